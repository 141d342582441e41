-- sathana law sql --dialect spark
-- Not executed on this database: printed through SQLGlot. Check before use, and compare the counts
-- with DuckDB or PostgreSQL.
-- Thai nationality law as SQL, printed from the one set of rules that the program reads. Answers
-- follow from the facts in the table; the state determines.
-- The day asked about: 1 June 2026
-- court2026: the law of 1 June 2026 is read
-- Reads the table people (columns as in docs/population-file.md, and person, the number of the
-- row). Makes sathana_answers: TRUE yes, FALSE no, NULL unknown; then counts the rows with counted
-- = 1.
-- Slots that are read:
-- Columns that are read: person, born_country, born_date_hi, born_date_lo, counted, died_hi,
-- died_lo, entered_hi, entered_lo, father, mother, original_highlander, sex
-- Answers: rule_marriage_court2026, rule_rg_2543_court2026

SET spark.sql.ansi.enabled = true;

DROP VIEW IF EXISTS sathana_law;

DROP TABLE IF EXISTS sathana_answers;

DROP TABLE IF EXISTS sathana_done;

DROP TABLE IF EXISTS sathana_people;

DROP TABLE IF EXISTS sathana_placed;

DROP TABLE IF EXISTS sathana_links;

DROP TABLE IF EXISTS sathana_checks;

CREATE TABLE sathana_checks (
  fine INT
);

INSERT INTO sathana_checks
SELECT
  CAST(COALESCE(fault, '0') AS INT)
FROM (
  SELECT
    CASE
      WHEN COUNT(*) > COUNT(DISTINCT person)
      THEN 'Column person holds a number twice, so nobody can tell whom father or mother mean. Give each row a number of its own.'
    END AS fault
  FROM people
) AS c;

INSERT INTO sathana_checks
SELECT
  CAST(COALESCE(fault, '0') AS INT)
FROM (
  SELECT
    MIN(
      CASE
        WHEN person IS NULL
        THEN 'Column person holds no value (NULL) in some row. What is not known is written as code 0.'
        WHEN born_country IS NULL
        THEN 'Column born_country holds no value (NULL) in some row. What is not known is written as code 0.'
        WHEN born_date_hi IS NULL
        THEN 'Column born_date_hi holds no value (NULL) in some row. What is not known is written as code 0.'
        WHEN born_date_lo IS NULL
        THEN 'Column born_date_lo holds no value (NULL) in some row. What is not known is written as code 0.'
        WHEN counted IS NULL
        THEN 'Column counted holds no value (NULL) in some row. What is not known is written as code 0.'
        WHEN died_hi IS NULL
        THEN 'Column died_hi holds no value (NULL) in some row. What is not known is written as code 0.'
        WHEN died_lo IS NULL
        THEN 'Column died_lo holds no value (NULL) in some row. What is not known is written as code 0.'
        WHEN entered_hi IS NULL
        THEN 'Column entered_hi holds no value (NULL) in some row. What is not known is written as code 0.'
        WHEN entered_lo IS NULL
        THEN 'Column entered_lo holds no value (NULL) in some row. What is not known is written as code 0.'
        WHEN father IS NULL
        THEN 'Column father holds no value (NULL) in some row. What is not known is written as code 0.'
        WHEN mother IS NULL
        THEN 'Column mother holds no value (NULL) in some row. What is not known is written as code 0.'
        WHEN original_highlander IS NULL
        THEN 'Column original_highlander holds no value (NULL) in some row. What is not known is written as code 0.'
        WHEN sex IS NULL
        THEN 'Column sex holds no value (NULL) in some row. What is not known is written as code 0.'
      END
    ) AS fault
  FROM people
) AS c;

INSERT INTO sathana_checks
SELECT
  CAST(COALESCE(fault, '0') AS INT)
FROM (
  SELECT
    MIN(
      'Column father of person ' || CAST(p.person AS STRING) || ' leads to person ' || CAST(p.father AS STRING) || ', whom the table does not have. Correct this value (-1 stands for one whom nobody has named).'
    ) AS fault
  FROM people AS p
  LEFT JOIN people AS other
    ON other.person = p.father
  WHERE
    p.father >= 0 AND other.person IS NULL
) AS c;

INSERT INTO sathana_checks
SELECT
  CAST(COALESCE(fault, '0') AS INT)
FROM (
  SELECT
    MIN(
      'Column mother of person ' || CAST(p.person AS STRING) || ' leads to person ' || CAST(p.mother AS STRING) || ', whom the table does not have. Correct this value (-1 stands for one whom nobody has named).'
    ) AS fault
  FROM people AS p
  LEFT JOIN people AS other
    ON other.person = p.mother
  WHERE
    p.mother >= 0 AND other.person IS NULL
) AS c;

CREATE TABLE sathana_links AS
SELECT
  person,
  father,
  mother
FROM people;

CREATE TABLE sathana_placed (
  person INT,
  generation INT
);

INSERT INTO sathana_placed
SELECT
  p.person,
  0
FROM sathana_links AS p
LEFT JOIN sathana_placed AS done
  ON done.person = p.person
LEFT JOIN sathana_placed AS of_father
  ON of_father.person = p.father
LEFT JOIN sathana_placed AS of_mother
  ON of_mother.person = p.mother
WHERE
  done.person IS NULL
  AND (
    p.father < 0 OR NOT of_father.person IS NULL
  )
  AND (
    p.mother < 0 OR NOT of_mother.person IS NULL
  );

INSERT INTO sathana_placed
SELECT
  p.person,
  1
FROM sathana_links AS p
LEFT JOIN sathana_placed AS done
  ON done.person = p.person
LEFT JOIN sathana_placed AS of_father
  ON of_father.person = p.father
LEFT JOIN sathana_placed AS of_mother
  ON of_mother.person = p.mother
WHERE
  done.person IS NULL
  AND (
    p.father < 0 OR NOT of_father.person IS NULL
  )
  AND (
    p.mother < 0 OR NOT of_mother.person IS NULL
  );

INSERT INTO sathana_checks
SELECT
  CAST(COALESCE(fault, '0') AS INT)
FROM (
  SELECT
    MIN(
      'Person ' || CAST(p.person AS STRING) || ' is among their own forebears (or hangs on somebody who is) by the columns father, mother or marriage_spouse, or the family is deeper than 2 generations. Correct the row that closes the circle, or print the script again with more --generations.'
    ) AS fault
  FROM sathana_links AS p
  LEFT JOIN sathana_placed AS done
    ON done.person = p.person
  WHERE
    done.person IS NULL
) AS c;

CREATE TABLE sathana_people AS
SELECT
  p.person,
  g.generation,
  p.born_country,
  CASE
    WHEN p.born_date_hi >= 803533
    AND p.born_date_hi < 10000000
    AND p.born_date_lo <= 739768
    THEN 739768
    ELSE p.born_date_hi
  END AS born_date_hi,
  p.born_date_lo,
  p.counted,
  CASE
    WHEN p.died_hi >= 803533 AND p.died_hi < 10000000 AND p.died_lo <= 739768
    THEN 739768
    ELSE p.died_hi
  END AS died_hi,
  p.died_lo,
  CASE
    WHEN p.entered_hi >= 803533 AND p.entered_hi < 10000000 AND p.entered_lo <= 739768
    THEN 739768
    ELSE p.entered_hi
  END AS entered_hi,
  p.entered_lo,
  p.father,
  p.mother,
  p.original_highlander,
  p.sex,
  COALESCE(bore.lo, 10000000) AS bore_here_lo,
  COALESCE(bore.hi, 10000000) AS bore_here_hi
FROM people AS p
JOIN sathana_placed AS g
  ON g.person = p.person
LEFT JOIN (
  SELECT
    p.mother,
    MIN(CASE WHEN p.born_country <> 2 THEN p.born_date_lo END) AS lo,
    MIN(
      CASE
        WHEN p.born_country = 1
        THEN CASE
          WHEN p.born_date_hi >= 803533
          AND p.born_date_hi < 10000000
          AND p.born_date_lo <= 739768
          THEN 739768
          ELSE p.born_date_hi
        END
      END
    ) AS hi
  FROM people AS p
  WHERE
    p.mother >= 0
  GROUP BY
    p.mother
) AS bore
  ON bore.mother = p.person;

CREATE TABLE sathana_done (
  person INT,
  generation INT,
  bore_here_lo INT,
  bore_here_hi INT,
  born_country_is BOOLEAN,
  entered_hi INT,
  entered_lo INT,
  original_highlander_is BOOLEAN
);

CREATE VIEW sathana_law AS
WITH layer0 AS (
  SELECT
    p.person,
    p.generation,
    p.bore_here_hi,
    p.bore_here_lo,
    p.born_country,
    p.entered_hi,
    p.entered_lo,
    p.original_highlander
  FROM sathana_people AS p
  WHERE
    p.generation = (
      SELECT
        COALESCE(MAX(generation), -1) + 1
      FROM sathana_done
    )
), layer1 AS (
  SELECT
    person,
    generation,
    bore_here_hi,
    bore_here_lo,
    entered_hi,
    entered_lo,
    CASE WHEN born_country = 1 THEN TRUE WHEN born_country = 0 THEN NULL ELSE FALSE END AS born_country_is, /* BIRTH-CERTIFICATE: A birth certificate for everyone born in Thailand. s. 20 Civil Registration */ /* Act (No. 2) B.E. 2551 (2008); s. 18 Civil Registration Act B.E. 2534 (1991); s. 28 Civil */ /* Registration Act B.E. 2534 (1991) [text seen] (court2026) */
    CASE
      WHEN original_highlander = 2
      THEN TRUE
      WHEN original_highlander = 0
      THEN NULL
      ELSE FALSE
    END AS original_highlander_is
  FROM layer0
)
SELECT
  person,
  generation,
  bore_here_lo,
  bore_here_hi,
  born_country_is, /* BIRTH-CERTIFICATE: A birth certificate for everyone born in Thailand. s. 20 Civil Registration */ /* Act (No. 2) B.E. 2551 (2008); s. 18 Civil Registration Act B.E. 2534 (1991); s. 28 Civil */ /* Registration Act B.E. 2534 (1991) [text seen] (court2026) */
  entered_hi,
  entered_lo,
  original_highlander_is
FROM layer1;

/* generation 1 */
INSERT INTO sathana_done
SELECT
  *
FROM sathana_law;

/* generation 2 */
INSERT INTO sathana_done
SELECT
  *
FROM sathana_law;

CREATE TABLE sathana_answers AS
WITH layer0 AS (
  SELECT
    p.person,
    p.counted,
    own.born_country_is AS born_country_is,
    p.born_date_hi,
    p.born_date_lo,
    p.died_hi,
    p.died_lo,
    p.father,
    of_father.bore_here_hi AS father_bore_here_hi,
    of_father.bore_here_lo AS father_bore_here_lo,
    of_father.born_country_is AS father_born_country_is,
    of_father.entered_hi AS father_entered_hi,
    of_father.entered_lo AS father_entered_lo,
    of_father.original_highlander_is AS father_original_highlander_is,
    p.mother,
    of_mother.bore_here_hi AS mother_bore_here_hi,
    of_mother.bore_here_lo AS mother_bore_here_lo,
    of_mother.born_country_is AS mother_born_country_is,
    of_mother.entered_hi AS mother_entered_hi,
    of_mother.entered_lo AS mother_entered_lo,
    of_mother.original_highlander_is AS mother_original_highlander_is,
    own.original_highlander_is AS original_highlander_is
  FROM sathana_people AS p
  LEFT JOIN sathana_done AS own
    ON own.person = p.person
  LEFT JOIN sathana_done AS of_father
    ON of_father.person = p.father
  LEFT JOIN sathana_done AS of_mother
    ON of_mother.person = p.mother
), layer1 AS (
  SELECT
    person,
    counted,
    born_country_is,
    born_date_hi,
    born_date_lo,
    died_hi,
    died_lo,
    father,
    father_bore_here_hi,
    father_bore_here_lo,
    father_born_country_is,
    father_entered_hi,
    father_entered_lo,
    father_original_highlander_is,
    mother,
    mother_bore_here_hi,
    mother_bore_here_lo,
    mother_born_country_is,
    mother_entered_hi,
    mother_entered_lo,
    mother_original_highlander_is,
    original_highlander_is,
    (
      (
        died_hi < 10000000
      ) AND (
        died_lo < 739769
      )
    ) AS s1,
    (
      -1 < father
    ) AS s5,
    (
      -1 < mother
    ) AS s6
  FROM layer0
), layer2 AS (
  SELECT
    person,
    counted,
    born_country_is,
    born_date_hi,
    born_date_lo,
    father,
    father_bore_here_hi,
    father_bore_here_lo,
    father_born_country_is,
    father_entered_hi,
    father_entered_lo,
    father_original_highlander_is,
    mother,
    mother_bore_here_hi,
    mother_bore_here_lo,
    mother_born_country_is,
    mother_entered_hi,
    mother_entered_lo,
    mother_original_highlander_is,
    original_highlander_is,
    s5,
    s6,
    CASE WHEN s1 THEN died_lo ELSE 739768 END AS s2,
    CASE WHEN s1 THEN died_hi ELSE 739768 END AS s3
  FROM layer1
), layer3 AS (
  SELECT
    person,
    counted,
    (
      (
        NOT CASE
          WHEN CASE
            WHEN s3 >= 10000000
            THEN s3
            ELSE CAST(DATEDIFF(
              DAY,
              CAST('1970-01-01' AS DATE),
              ADD_MONTHS(DATE_ADD(CAST('1970-01-01' AS DATE), s3 - 719163), -204)
            ) + 719163 AS INT)
          END < born_date_lo
          THEN TRUE
          WHEN CASE
            WHEN s2 >= 10000000
            THEN s2
            ELSE CAST(DATEDIFF(
              DAY,
              CAST('1970-01-01' AS DATE),
              ADD_MONTHS(DATE_ADD(CAST('1970-01-01' AS DATE), s2 - 719163), -204)
            ) + 719163 AS INT)
          END < born_date_hi
          THEN NULL
          ELSE FALSE
        END
      )
      AND (
        CAST(NULL AS BOOLEAN)
        OR (
          NOT CASE
            WHEN CASE
              WHEN s3 >= 10000000
              THEN s3
              ELSE CAST(DATEDIFF(
                DAY,
                CAST('1970-01-01' AS DATE),
                ADD_MONTHS(DATE_ADD(CAST('1970-01-01' AS DATE), s3 - 719163), -240)
              ) + 719163 AS INT)
            END < born_date_lo
            THEN TRUE
            WHEN CASE
              WHEN s2 >= 10000000
              THEN s2
              ELSE CAST(DATEDIFF(
                DAY,
                CAST('1970-01-01' AS DATE),
                ADD_MONTHS(DATE_ADD(CAST('1970-01-01' AS DATE), s2 - 719163), -240)
              ) + 719163 AS INT)
            END < born_date_hi
            THEN NULL
            ELSE FALSE
          END
        )
      )
    ) AS rule_marriage_court2026, /* MARRIAGE: Registering a marriage. ss. 1448 to 1458 Act applying the revised Book V B.E. 2519 */ /* (1976); ss. 1448 to 1458, text on equal marriage Civil and Commercial Code Amendment Act on */ /* equal marriage B.E. 2567 (2024) [not verified] */
    (
      (
        NOT CASE
          WHEN born_date_hi < 698443
          THEN TRUE
          WHEN born_date_lo < 698443
          THEN NULL
          ELSE FALSE
        END
      )
      AND born_country_is
      AND original_highlander_is
      AND CASE
        WHEN s5
        THEN father_original_highlander_is
        ELSE CASE WHEN (
          father = -1
        ) THEN CAST(NULL AS BOOLEAN) ELSE FALSE END
      END
      AND CASE
        WHEN s5
        THEN (
          NOT (
            (
              (
                father_entered_lo < 10000000
              )
              AND (
                (
                  NOT father_born_country_is
                ) OR (
                  father_entered_hi < 10000000
                )
              )
              AND (
                (
                  father_bore_here_hi < (
                    s2 + 1
                  )
                )
                OR (
                  CAST(NULL AS BOOLEAN) AND (
                    father_bore_here_lo < (
                      s3 + 1
                    )
                  )
                )
              )
            )
            OR (
              NOT CASE
                WHEN s3 < father_entered_lo
                THEN TRUE
                WHEN s2 < father_entered_hi
                THEN NULL
                ELSE FALSE
              END
            )
          )
        )
        ELSE CAST(NULL AS BOOLEAN)
      END
      AND CASE
        WHEN s6
        THEN mother_original_highlander_is
        ELSE CASE WHEN (
          mother = -1
        ) THEN CAST(NULL AS BOOLEAN) ELSE FALSE END
      END
      AND CASE
        WHEN s6
        THEN (
          NOT (
            (
              (
                mother_entered_lo < 10000000
              )
              AND (
                (
                  NOT mother_born_country_is
                ) OR (
                  mother_entered_hi < 10000000
                )
              )
              AND (
                (
                  mother_bore_here_hi < (
                    s2 + 1
                  )
                )
                OR (
                  CAST(NULL AS BOOLEAN) AND (
                    mother_bore_here_lo < (
                      s3 + 1
                    )
                  )
                )
              )
            )
            OR (
              NOT CASE
                WHEN s3 < mother_entered_lo
                THEN TRUE
                WHEN s2 < mother_entered_hi
                THEN NULL
                ELSE FALSE
              END
            )
          )
        )
        ELSE CAST(NULL AS BOOLEAN)
      END
    ) AS rule_rg_2543_court2026 /* RG-2543: Original highlander under the regulation of 2000. original highland persons Central */ /* Registration Bureau Regulation on entering the personal status of highland persons B.E. 2543 */ /* (2000); tests by period of birth Central Registration Bureau Regulation on entering the personal */ /* status of highland persons B.E. 2543 (2000) [not verified] */
  FROM layer2
)
SELECT
  person,
  counted,
  rule_marriage_court2026, /* MARRIAGE: Registering a marriage. ss. 1448 to 1458 Act applying the revised Book V B.E. 2519 */ /* (1976); ss. 1448 to 1458, text on equal marriage Civil and Commercial Code Amendment Act on */ /* equal marriage B.E. 2567 (2024) [not verified] */
  rule_rg_2543_court2026 /* RG-2543: Original highlander under the regulation of 2000. original highland persons Central */ /* Registration Bureau Regulation on entering the personal status of highland persons B.E. 2543 */ /* (2000); tests by period of birth Central Registration Bureau Regulation on entering the personal */ /* status of highland persons B.E. 2543 (2000) [not verified] */
FROM layer3;

WITH sums AS (
  SELECT
    COUNT(*) AS everybody,
    COUNT(CASE WHEN rule_marriage_court2026 THEN 1 END) AS yes0,
    COUNT(CASE WHEN NOT rule_marriage_court2026 THEN 1 END) AS no0,
    COUNT(CASE WHEN rule_rg_2543_court2026 THEN 1 END) AS yes1,
    COUNT(CASE WHEN NOT rule_rg_2543_court2026 THEN 1 END) AS no1
  FROM sathana_answers
  WHERE
    counted = 1
)
SELECT
  answer,
  yes,
  unknown,
  no
FROM (
  SELECT
    0 AS place,
    'rule_marriage_court2026' AS answer,
    yes0 AS yes,
    everybody - yes0 - no0 AS unknown,
    no0 AS no
  FROM sums
  UNION ALL
  SELECT
    1 AS place,
    'rule_rg_2543_court2026' AS answer,
    yes1 AS yes,
    everybody - yes1 - no1 AS unknown,
    no1 AS no
  FROM sums
) AS counts
ORDER BY
  place NULLS LAST;

