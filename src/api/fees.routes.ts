import { Router } from 'express';
import { dayOf } from '../law/days.ts';
import { quote } from '../law/fees/quote.ts';
import { quoteAnswer } from '../law/fees/answer.ts';
import { readQuoteRequest } from '../law/fees/read-request.ts';
import { jsonBody } from './json-body.ts';
import { refuseUnstorable } from './read.ts';
import { resource } from './resource.ts';
import type { ApiServices } from './services.ts';
