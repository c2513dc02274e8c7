import type { files as latvian } from '../lv/files.ts';
import { plural } from '../message.ts';

export const files: typeof latvian = {
  title: 'Files',
  caption: 'Files of the case, oldest first',
  none: 'There are no files yet.',
  file: 'File',
  purpose: 'What it is',
  added: 'Added',
  by: 'Added by',
  size: 'Size',
  hidden: 'The name is not shown to your role',
  withAct: 'With: {act}',
  choose: 'Choose files',
  chooseHint: 'Photographs, scanned pages or signed documents. On a phone you can take a picture at once.',
  add: 'Add files',
  addSummary: 'Add a file',
  stays: 'A file that was added stays in the case: it cannot be removed.',
  choosePurpose: 'Choose what it is.',
  change: 'Change the files of the draft',
  toCase: 'Back to the case',
  purposes: {
    application: 'Attachment of the application',
    photo: 'Photograph of the object',
    design: 'Design',
    authority: 'Proof of representation, such as a power of attorney',
    scan: 'Document received on paper or by e-mail',
    other: 'Another document',
  },
  act: {
    scan: 'Copy of the document received',
    scanHint:
      'The scanned or photographed document that came on paper or by e-mail. It is kept with this record.',
    attach: 'Attach files',
    attachHint: 'Documents or photographs that belong to this.',
    later: 'You can attach files in the next step.',
  },
  apply: {
    title: 'Attachments and photographs',
    lead: 'Optional, but they help to prepare the offer sooner.',
    helps:
      'A photograph of the place where the connection is needed, a plan of the plot, and a power of attorney if you act for somebody else are useful.',
    attached: plural({ one: '{count} file attached', other: '{count} files attached' }),
    remove: 'Remove',
    upload: 'Add the chosen ones',
  },
};
