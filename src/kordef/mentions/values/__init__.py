"""Values: numbers with what they count or measure, in running text and in the cells of tables."""
