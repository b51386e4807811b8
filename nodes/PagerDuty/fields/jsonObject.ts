import type { IDataObject } from 'n8n-workflow';
import { z } from 'zod';

import { isObject } from '../api/answer';

/** A JSON object where a JSON field would take a list as well. */
export const jsonObject = z.custom<IDataObject>(isObject, 'must be a JSON object, in { }');
