/** A member of staff as colleagues know them: by name, with the account that stands in the records. */
export const personText = (account: string, name: string | null): string =>
  name === null ? account : `${name} (${account})`;
