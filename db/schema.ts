/** Every table. The rows of a case carry `case_id` first in their primary key, so that cases can be spread over
 *  several databases; tables without a case are small. */
export * from './schema/cases.ts';
export * from './schema/figures.ts';
export * from './schema/law.ts';
export * from './schema/letters.ts';
export * from './schema/money.ts';
export * from './schema/people.ts';
export * from './schema/reminders.ts';
export * from './schema/tries.ts';
