import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { TEMPLATES_FOLDER } from '../../src/portal/frame/templates.ts';
import { wordings } from '../../src/portal/messages/message.ts';
import { NAMES } from '../../src/portal/messages/names.ts';
import { MESSAGES, translators } from '../../src/portal/messages/translate.ts';

const FOLDERS = ['layouts', 'pages', 'partials'];

const templates = FOLDERS.flatMap((folder) =>
  readdirSync(join(TEMPLATES_FOLDER, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.name.endsWith('.hbs'))
    .map((entry) => join(entry.parentPath, entry.name)),
);

const placeholders = (wording: string): string[] =>
  [...wording.matchAll(/\{(\w+)\}/g)].map(([, name]) => name!).sort();

describe('messages', () => {
  test('Latvian and English have the same keys', () => {
    expect([...MESSAGES.en.keys()].sort()).toEqual([...MESSAGES.lv.keys()].sort());
  });

  test('names have the same keys in both languages', () => {
    const keys = (names: object): string[] =>
      Object.entries(names)
        .flatMap(([list, entries]) => Object.keys(entries as object).map((key) => `${list}.${key}`))
        .sort();
    expect(keys(NAMES.en)).toEqual(keys(NAMES.lv));
  });

  test('a message asks for the same parameters in both languages', () => {
    for (const [key, latvian] of MESSAGES.lv) {
      const english = MESSAGES.en.get(key)!;
      const all = (message: typeof latvian): string[] =>
        [...new Set(wordings(message).flatMap(placeholders))].sort();
      expect([key, ...all(english)]).toEqual([key, ...all(latvian)]);
    }
  });

  test('no wording is empty, has double spaces or a hyphen for a dash', () => {
    for (const [language, messages] of Object.entries(MESSAGES)) {
      for (const [key, message] of messages) {
        for (const wording of wordings(message)) {
          expect(wording.trim(), `${language} ${key}`).toBe(wording);
          expect(wording, `${language} ${key}`).not.toMatch(/^$| {2}| - /);
        }
      }
    }
  });

  test('counts take the form of the language: 1 and 21 are one in Latvian', () => {
    const { lv, en } = translators;
    expect([1, 2, 10, 11, 21].map((count) => lv('common.when.inDays', { count }))).toEqual([
      'pēc 1 dienas',
      'pēc 2 dienām',
      'pēc 10 dienām',
      'pēc 11 dienām',
      'pēc 21 dienas',
    ]);
    expect([1, 21].map((count) => en('common.when.inDays', { count }))).toEqual(['in 1 day', 'in 21 days']);
  });

  test('a missing parameter is an error and not a hole in a sentence', () => {
    expect(() => translators.lv('common.days', {})).toThrow('count');
    expect(() => translators.lv('error.status', {})).toThrow('"status"');
  });
});

describe('templates', () => {
  test('are found', () => expect(templates.length).toBeGreaterThan(20));

  test.each(templates)('%s asks only for messages that exist', (file) => {
    const keys = [...readFileSync(file, 'utf8').matchAll(/\{\{#?t "([^"]+)"|\(t "([^"]+)"/g)].map(
      (found) => found[1] ?? found[2]!,
    );
    expect(keys.filter((key) => !MESSAGES.lv.has(key))).toEqual([]);
  });

  test.each(templates)('%s holds no bare text', (file) => {
    const bare = readFileSync(file, 'utf8')
      .replace(/\{\{\{?[\s\S]*?\}?\}\}/g, '')
      .replace(/<(?:[^>"']|"[^"]*"|'[^']*')*>/g, (markup) => told(markup))
      .replace(/&\w+;/g, '');
    expect(bare.match(/\p{L}{2,}/gu) ?? []).toEqual([]);
  });

  test.each(templates)('%s brings no style or script of its own', (file) => {
    expect(readFileSync(file, 'utf8')).not.toMatch(
      / style=| on[a-z]+=|<style|<script(?! type="module" src=)/,
    );
  });
});

/** What a tag says to people: a label, a title, a text in an empty field. */
const told = (markup: string): string =>
  [...markup.matchAll(/(?:aria-label|title|alt|placeholder)="([^"]*)"/g)]
    .map(([, text]) => ` ${text} `)
    .join('');
