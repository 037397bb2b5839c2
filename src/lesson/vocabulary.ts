/** The components that a lesson or a task may use without importing them; one file of this folder each. */
export const vocabulary: readonly string[] = [
  'Answer',
  'Choice',
  'Cost',
  'Drizzle',
  'Exercises',
  'Figure',
  'Myth',
  'OnAServer',
  'Orm',
  'Predict',
  'Prisma',
  'Recall',
  'Sources',
  'Sql',
  'SqlForm',
  'Term',
];
