import type { AdministrationServices } from '../administration/create.ts';
import { createApi } from '../api/create-api.ts';
import type { VirtualClock } from '../casework/clocks.ts';
import { createCasework } from '../casework/create.ts';
import { moveThrough } from '../casework/move-clock.ts';
import type { CaseworkParts } from '../casework/parts.ts';
import type { Delivery } from '../delivery/create.ts';
import { inOrder } from '../delivery/outbox.ts';
import type { Reminders } from '../delivery/reminders/create.ts';
import type { Environment } from '../environment/environment.ts';
import { createFace, metricsOf } from '../http/face.ts';
import type { Log } from '../http/log.ts';
import { rateLimits } from '../http/rate-limits.ts';
import { type Listening, listen } from '../http/server.ts';
import { timersBehind } from '../http/timers-behind.ts';
import { createCompanyDesk } from '../identity/companies.ts';
import { createIdentity } from '../identity/identity.ts';
import { createMyData } from '../identity/my-data/create.ts';
import { createPasswordReset } from '../identity/password-reset.ts';
import { createSecondFactor } from '../identity/second-factor/second-factor.ts';
import { createSubUsers } from '../identity/sub-users.ts';
import type { PaymentServices } from '../payments/create.ts';
import { openSignInMethods } from '../portal/account/provider-sign-in.ts';
import { createPortal } from '../portal/create-portal.ts';
import { createOverview } from '../reports/create.ts';
import { clockLog } from './logs.ts';

/** What has been started, for the faces to stand on. */
export interface Started {
  readonly parts: CaseworkParts;
  readonly law: AdministrationServices;
  readonly delivery: Delivery;
  readonly reminders: Reminders;
  readonly paying: PaymentServices;
  /** null on the machine's own clock. */
  readonly virtual: VirtualClock | null;
  readonly ready: () => Promise<boolean>;
}

/** A worker listens only where it was given a port, for health and metrics alone. */
export async function serve(environment: Environment, started: Started, log: Log): Promise<Listening | null> {
  const { role, portIsNamed, host, port, trustedProxies, metricsForAll } = environment;
  const { parts, law, delivery, reminders, paying, virtual, ready } = started;
  const { db, clock, lawBook } = parts;
  const watched = { ready, timersBehind: timersBehind(db, clock), log };
  const metrics = metricsOf(watched);
  const apart = environment.metrics;
  const onItsOwn = apart && (await listen(createFace(watched, { metrics }), apart.host, apart.port));
  if (role === 'worker') {
    const here = portIsNamed
      ? await listen(createFace(watched, { metrics, metricsForAll }), host, port)
      : onItsOwn;
    return here && withMetrics(here, onItsOwn);
  }
  const demo = environment.demo !== 'none';
  // Demo accounts, whose password is known to all, sign in by it alone.
  const identity = createIdentity({ db, demo, ...(demo ? {} : { staff: environment.staff }) });
  const shared = {
    ...law,
    ...paying,
    db,
    letterDesk: delivery.desk,
    reminderDesk: reminders.desk,
    subUsers: createSubUsers({ db }),
    mailer: delivery.mailer,
    casework: createCasework(parts),
    identity,
    secondFactor: createSecondFactor({ db }),
    companyDesk: createCompanyDesk({ db }),
    myData: createMyData({ db, identity, clock, book: lawBook }),
    passwordReset: createPasswordReset({ db }),
    publicUrl: environment.publicUrl,
    overview: createOverview(parts),
    book: lawBook,
    clock,
    limits: rateLimits(demo, environment),
    log,
  };
  const moveClock =
    virtual &&
    ((to: Temporal.Instant) =>
      moveThrough(parts, virtual.moveTo, to, clockLog(log), inOrder(delivery, reminders)));
  const signInMethods = await openSignInMethods(environment);
  const portal = createPortal({ ...shared, demo, secure: environment.production, signInMethods });
  const face = createFace(watched, {
    trustedProxies,
    metrics,
    metricsForAll,
    faces: (metrics) => [createApi({ ...shared, moveClock }, metrics), portal],
  });
  return withMetrics(await listen(face, host, port), onItsOwn);
}

/** Both ports end together. */
const withMetrics = (main: Listening, metrics: Listening | null): Listening =>
  metrics === null || metrics === main
    ? main
    : {
        address: main.address,
        metricsAddress: metrics.address,
        stop: async (graceMs) => {
          await Promise.all([main.stop(graceMs), metrics.stop(graceMs)]);
        },
      };
