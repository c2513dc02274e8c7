import { namesInLatvian } from '../../names/lv.ts';
import { myData } from '../my-data.ts';

/** What parts of acts are called wherever they stand; an act that calls one otherwise says so in its own entry. */
export const parts = {
  labels: {
    advanceGross: 'Avansa rēķina summa ar PVN',
    agent: 'Pilnvarotā persona',
    agreement: 'Par ko vienojas',
    amount: 'Summa',
    channel: 'Kā nosūtīt vēstuli',
    from: 'No kuras dienas',
    likelyEndOn: 'Iespējamās beigas',
    on: 'Diena',
    ownershipBoundary: 'Piederības robeža',
    paymentDueOn: 'Samaksas termiņš',
    reasons: 'Pamatojums',
    right: 'Kādas tiesības klients izmanto',
    termOn: 'Jaunais termiņš',
    text: 'Atbilde',
    worksBeforeFullPayment: 'Darbus var sākt pirms pilnas samaksas',
    worksInWithdrawalPeriod: 'Klients rakstiski lūdzis sākt darbus atteikuma laikā',
  },
  hints: {
    advanceGross: 'Tukšs: visa klienta daļa.',
    agreement: 'Otrai pusei jāapstiprina tas pats.',
    ownershipBoundary: 'Kur beidzas Operatora un sākas klienta elektroietaises.',
  },
  choices: { channel: namesInLatvian.channel, right: myData.request.kinds },
};
