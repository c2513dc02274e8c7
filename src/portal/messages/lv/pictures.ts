export const life = {
  past: 'paveikts',
  present: 'pašlaik',
  ahead: 'vēl priekšā',
  possible: 'Iespējams arī',
};

export const shares = {
  customer: 'Klients: {amount} ({percent})',
  operator: 'Operators: {amount} ({percent})',
};
