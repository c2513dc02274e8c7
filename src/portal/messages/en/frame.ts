import type { frame as latvian } from '../lv/frame.ts';

export const frame: typeof latvian = {
  product: 'Pieslēgums',
  start: 'Home',
  skip: 'Skip to content',
  languages: 'Language',
  navigation: 'Main menu',
  crumbs: 'You are here',
  signIn: 'Sign in',
  signOut: 'Sign out',
  signedInAs: 'Signed in as:',
  actingFor: 'For whom you act',
  switch: 'Switch',
  demo: 'Trial environment: people, addresses and cases are made up.',
  nav: {
    estimate: 'Fee estimate',
    process: 'How a connection comes about',
    waitingTimes: 'Waiting times',
    forms: 'Forms',
  },
  footer: {
    navigation: 'About the portal',
    help: 'If something is not clear, or you cannot use the portal, call or write to us.',
    faults: 'Report power cuts and dangerous wires on the same number at any time of day.',
    process: 'How a connection comes about',
    waitingTimes: 'Waiting times',
    forms: 'Forms',
    terms: 'Part II of the contract',
    accessibility: 'Accessibility statement',
    privacy: 'Personal data',
  },
};
