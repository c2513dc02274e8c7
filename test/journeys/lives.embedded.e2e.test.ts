import { describeLives } from './lives.ts';

describeLives('embedded');
