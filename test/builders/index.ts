import './matchers.ts';

export * from './acts.ts';
export * from './beginnings.ts';
export * from './law.ts';
export * from './quotes.ts';
export * from './story.ts';
