import type { Log } from '../http/log.ts';

/** What the workers tell, without what people wrote. */

/** The reasons of a failed deadline stand in the database, where staff read them; they may quote what people wrote. */
export const clockLog = (log: Log) => ({
  warn(details: object, message: string): void {
    const { caseId, deadline } = details as { caseId?: string; deadline?: string };
    log.said(message, { ...(caseId ? { caseId } : {}), ...(deadline ? { deadline } : {}) });
  },
});

/** Why a letter could not be sent stands with the letter; it may quote its recipient. */
export const deliveryLog = (log: Log) => ({
  warn: (details: Readonly<Record<string, string>>, message: string): void => log.said(message, details),
});
