import { describeLives } from './lives.ts';

describeLives('server');
