/** Traps, open questions, requirements of the portal, decisions and definitions, as `docs/law/readings.md` numbers them;
 *  `T-000123` is the number of a contract. */
export const READING = /\b(?:T-\d{2}[a-z]?|OQ-[A-Z]+-\d+|PO-\d{2}|D-(?:\d{1,2}|[A-Z]{2,}(?:-\d+)?))\b/g;

/** What a customer cannot look up: customers are told the clause of the contract and nothing besides. */
export const NOT_FOR_CUSTOMERS = /\b(?:T|OQ|PO|D)-[A-Z0-9]|\bledger\b|\bface\.md|\bdecisions\.md|\bADR \d/i;
