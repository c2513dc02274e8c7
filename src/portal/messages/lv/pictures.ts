export const life = {
  past: 'paveikts',
  present: 'pašlaik',
  ahead: 'vēl priekšā',
  both: 'Abas puses',
  possible: 'Iespējams arī',
};

export const shares = {
  customer: 'Klients: {amount} ({percent})',
  operator: 'Operators: {amount} ({percent})',
};
