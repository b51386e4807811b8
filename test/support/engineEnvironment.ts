import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

// n8n-core reads both as soon as it is imported, so this file is imported before it.
process.env.N8N_LOG_LEVEL ??= 'silent';
process.env.N8N_USER_FOLDER = mkdtempSync(join(tmpdir(), 'n8n-pagerduty-engine-'));

afterAll(() => rmSync(process.env.N8N_USER_FOLDER as string, { recursive: true, force: true }));
