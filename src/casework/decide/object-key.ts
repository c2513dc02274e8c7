import type { Draft } from '../../../workflows/application.ts';

/** Address and cadastre number in one form, so that two live applications for one object meet (II.def.object). */
export function objectKeyOf({ object }: Draft): string {
  const fold = (part: string | undefined) =>
    (part ?? '')
      .normalize('NFD')
      .replace(/\p{M}/gu, '')
      .toLowerCase()
      .replace(/[^\p{L}\p{N}]+/gu, ' ')
      .trim();
  const key = object?.cadastreNumber ? `cadastre ${fold(object.cadastreNumber)}` : fold(object?.address);
  return [key, fold(object?.installation)].filter((part) => part !== '').join(' / ');
}
