"""Courses, quizzes, practice families, competence."""
