import sax from 'sax';

/** The templates' HTML as a tree. It is written as XML: every element is closed, every attribute quoted. */

export class UnknownMarkup extends Error {
  constructor(found: string) {
    super(`A letter is written with h1–h3, p, ul, ol, li, table, tr, th, td, a and strong; found ${found}.`);
    this.name = 'UnknownMarkup';
  }
}

export interface Element {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: readonly Node[];
}

type Node = Element | string;

/** @throws UnknownMarkup where it is no XML, or holds something else than elements and text */
export function treeOf(markup: string): Element {
  const open: { name: string; attributes: Element['attributes']; children: Node[] }[] = [];
  const root = { name: 'letter', attributes: {}, children: [] };
  const reader = sax.parser(true);
  reader.onopentag = ({ name, attributes }) => {
    const element = { name, attributes: attributes as Element['attributes'], children: [] };
    open.at(-1)?.children.push(element);
    open.push(open.length === 0 ? root : element);
  };
  reader.ontext = (text) => open.at(-1)?.children.push(text);
  reader.onclosetag = () => open.pop();
  reader.onerror = ({ message }) => refuse(message);
  const refuse = (what: string): never => {
    throw new UnknownMarkup(what);
  };
  reader.oncomment = reader.oncdata = reader.ondoctype = reader.onsgmldeclaration = refuse;
  reader.onprocessinginstruction = ({ name }) => refuse(name);
  reader.write(`<letter>${markup}</letter>`).close();
  return root;
}
