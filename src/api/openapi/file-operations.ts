import {
  CASE_LIMIT_BYTES,
  FILE_LIMIT_BYTES,
  FILES_A_CASE,
  inMebibytes,
} from '../../casework/files/limits.ts';
import { onceHeader } from '../conditions.ts';
import { newFileQuery } from '../files.routes.ts';
import { caseFileSchema, caseFilesSchema } from '../schemas.ts';
import type { Operation } from './operation.ts';

const LIMITS = `up to ${inMebibytes(FILE_LIMIT_BYTES)} MB each, ${FILES_A_CASE} files and ${inMebibytes(CASE_LIMIT_BYTES)} MB a case`;

/** Files of a case: PDF, JPEG, PNG, HEIC, WebP, ZIP, EDOC and ASiC-E, told by their content. */
export const FILE_OPERATIONS: readonly Operation[] = [
  {
    id: 'caseFiles',
    method: 'get',
    path: '/cases/{id}/files',
    summary:
      'Files of a case that are no letters of the operator; each is read under /documents/{documentId}',
    answers: { 200: { is: 'The files, oldest first', body: caseFilesSchema } },
    problems: [404],
  },
  {
    id: 'addFile',
    method: 'post',
    path: '/cases/{id}/files',
    summary: `Add a file to a case: the body is the file itself, ${LIMITS}`,
    query: newFileQuery,
    headers: onceHeader,
    body: 'file',
    answers: { 201: { is: 'The file as it is kept', body: caseFileSchema } },
    problems: [403, 404, 422],
  },
  {
    id: 'removeFile',
    method: 'delete',
    path: '/cases/{id}/files/{documentId}',
    summary: 'Take a file of a draft away; what was filed is evidence and stays',
    answers: { 204: { is: 'It is gone, or was gone before' } },
    problems: [403, 404, 409],
  },
];
