import { describe, expect, test } from 'vitest';
import {
  isLatvianCode,
  isPersonalCode,
  isRegistrationNumber,
  normalPartyCode,
} from '../../src/law/party-code.ts';

describe('codes of persons and companies', () => {
  test('are the same with and without a hyphen', () =>
    expect(normalPartyCode(' 010190-10000 ')).toBe(normalPartyCode('01019010000')));

  test.each([
    ['a day of the nineties', '010190-10000'],
    ['the leap day of 2004', '290204-20000'],
    ['the leap day of 1896', '290296-00000'],
    ['a code without a day', '320000-00000'],
    ['the same without a hyphen', '32999999999'],
  ])('%s: %s can be', (_, code) => expect([isPersonalCode(code), isLatvianCode(code)]).toEqual([true, true]));

  test.each([
    ['31 February', '310290-10000'],
    ['31 April', '310490-10000'],
    ['29 February of a year that was no leap year', '290203-20000'],
    ['29 February 1900', '290200-10000'],
    ['no day', '000190-10000'],
    ['no month', '010090-10000'],
    ['a thirteenth month', '011390-10000'],
    ['the 33rd', '330190-10000'],
    ['too few digits', '010190-1000'],
    ['letters', '010190-1000A'],
  ])('%s: %s cannot be', (_, code) =>
    expect([isPersonalCode(code), isLatvianCode(code)]).toEqual([false, false]),
  );

  test.each([
    ['40003000000', true],
    ['90000000000', true],
    ['01019010000', false],
    ['4000300000', false],
  ])('%s as a registration number: %s', (code, can) => expect(isRegistrationNumber(code)).toBe(can));
});
