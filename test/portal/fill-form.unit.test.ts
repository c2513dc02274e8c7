import { expect, test } from 'vitest';
import { fillForm } from '../../src/portal/forms/fill-form.ts';

const PAGE = `<form method="get" action="/a"><input name="text" type="text" value=""></form>
<form method="post" action="/a"><input type="hidden" name="act" value="failed"><input name="text" type="text" value=""></form>
<form method="post" action="/a" novalidate><input type="hidden" name="act" value="sent"><input type="hidden" name="key" value="new">
<input id="f" name="text" type="text" value="old" maxlength="9"><input name="secret" type="password" value="">
<textarea name="reasons" rows="5">old</textarea><select name="why"><option value="a" selected>A</option><option value="b">B</option></select>
<input type="checkbox" name="which" value="1" checked><input type="checkbox" name="which" value="2"></form>`;

const fields = {
  act: ['sent'],
  key: ['old'],
  text: ['"><script>alert(1)</script>'],
  secret: ['x'],
  reasons: ['\nTwo\r\nlines </textarea><b>'],
  why: ['b'],
  which: ['2'],
};

test('what was typed stands in the one form that it was sent from, as text', () => {
  const filled = fillForm(PAGE, { action: '/a', fields, hadFiles: false });
  const [before, after] = [PAGE.split('\n'), (filled ?? '').split('\n')];
  expect(after.slice(0, 2)).toEqual(before.slice(0, 2));
  expect(filled).toContain('value="&quot;&gt;&lt;script&gt;alert(1)&lt;/script&gt;" maxlength="9"');
  expect(filled).toContain(
    '<textarea name="reasons" rows="5">\n\nTwo\r\nlines &lt;/textarea&gt;&lt;b&gt;</textarea>',
  );
  expect(filled).toContain('<option value="a">A</option><option value="b" selected>');
  expect(filled).toContain('value="1"><input type="checkbox" name="which" value="2" checked>');
  expect(filled).toContain('name="key" value="new"');
  expect(filled).toContain('type="password" value=""');
  expect(filled).not.toContain('<script>');
});

test('a page without the form is left alone', () => {
  expect(fillForm(PAGE, { action: '/b', fields, hadFiles: false })).toBeNull();
  expect(fillForm(PAGE, { action: '/a', fields: { ...fields, act: ['other'] }, hadFiles: false })).toBeNull();
});
