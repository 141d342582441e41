"""What is stored. Courses, quizzes, practice families, competence."""
