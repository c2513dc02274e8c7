import { describe, expect, test } from 'vitest';
import { passwordProblem } from '../../src/identity/password-rules.ts';

const problemOf = (password: string, username = 'anna@piemers.example') =>
  passwordProblem(password, username);

describe('a password', () => {
  test.each([
    'zaļš dārzs pie upes',
    'trīs baltas govis',
    'k9#vLq2!xTz7',
    'parole ir garš stāsts',
    'correct horse',
    'trīs pūķi 2026 gadā',
  ])('“%s” is taken', (password) => expect(problemOf(password)).toBeNull());

  test.each([
    'aaaaaaaaaaaa',
    'abababababab',
    '123456789012',
    '0987654321098765',
    'Parole123456',
    'PAROLE-parole',
    'password2026!',
    'Qwertyuiop12',
    'qwertyuiopas',
    'Latvija2026!!',
    'pārole.2026.1',
    'anna-anna-2026',
    '1qaz2wsx3edc4rfv',
    'unbelievable',
    'Justinbieber!',
    '2026sonyericsson',
    'dragondragon',
    'Dragon123456!',
  ])('“%s” is what is guessed first', (password) => expect(problemOf(password)).toBe('common'));

  test('has 12 to 200 characters, counted as people do', () => {
    expect(problemOf('īsa parolīte')).toBeNull();
    expect(problemOf('vēl īsāka')).toBe('short');
    expect(problemOf('😀😁😂🤣😃😄')).toBe('short');
    expect(problemOf('ābols un bumbieris '.repeat(11))).toBe('long');
  });
});
