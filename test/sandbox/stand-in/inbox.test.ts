import { createTransport } from 'nodemailer';
import { startSandbox, type Sandbox } from '../../../sandbox';

describe('the inbox of the sandbox', () => {
	let sandbox: Sandbox;
	beforeAll(async () => {
		sandbox = await startSandbox({ strict: true, mailPort: 0 });
	});
	beforeEach(() => sandbox.reset());
	afterAll(async () => await sandbox?.close());

	const page = async () => await (await fetch(sandbox.url)).text();
	const post = async (body: object) =>
		await fetch(`${sandbox.url}/_sandbox/chat`, {
			method: 'POST',
			headers: { 'content-type': 'application/json' },
			body: JSON.stringify(body),
		});
	const send = async (mail: object) =>
		await createTransport({ host: '127.0.0.1', port: sandbox.mailPort, ignoreTLS: true }).sendMail({
			from: 'n8n@example.com',
			to: ['maya@example.com', 'Client <client@example.com>'],
			...mail,
		});

	it('takes chat messages and shows them, with what could be HTML as text', async () => {
		expect((await post({ text: '<b>Checkout</b> is down', username: 'n8n' })).status).toBe(200);
		expect(sandbox.inbox.messages()).toMatchObject([{ text: '<b>Checkout</b> is down' }]);
		expect(await page()).toContain('&lt;b&gt;Checkout&lt;/b&gt; is down');
	});

	it('refuses a message without a text, as chats do', async () => {
		expect((await post({ blocks: [] })).status).toBe(400);
		expect(sandbox.inbox.messages()).toEqual([]);
	});

	it('takes emails with attachments, which can be read and downloaded', async () => {
		await send({
			subject: 'Incidents of October – Acme',
			html: '<h1>October</h1><script>alert(1)</script>',
			attachments: [{ filename: 'Bericht März.csv', content: 'number,title\n1,"Ä, b"\n' }],
		});
		const [mail] = sandbox.inbox.mails();
		expect(mail).toMatchObject({
			from: 'n8n@example.com',
			to: ['maya@example.com', 'client@example.com'],
			subject: 'Incidents of October – Acme',
			attachments: [{ name: 'Bericht März.csv', type: 'text/csv' }],
		});
		const read = await fetch(`${sandbox.url}/_sandbox/mails/${mail?.id}`);
		expect(read.headers.get('content-security-policy')).toContain("sandbox; default-src 'none'");
		expect(await read.text()).toContain('<h1>October</h1>');
		const file = await fetch(`${sandbox.url}/_sandbox/mails/${mail?.id}/attachments/0`);
		expect(file.headers.get('content-disposition')).toContain('attachment;');
		expect(await file.text()).toBe('number,title\n1,"Ä, b"\n');
		expect(await page()).toContain('Bericht März.csv');
	});

	it('knows no email and no attachment that is not there', async () => {
		await send({ subject: 'Without', text: 'Nothing here' });
		const [mail] = sandbox.inbox.mails();
		for (const path of ['none', 'none/attachments/0', `${mail?.id}/attachments/0`])
			expect((await fetch(`${sandbox.url}/_sandbox/mails/${path}`)).status).toBe(404);
	});

	it('keeps the newest, and is empty after a reset', async () => {
		for (let index = 0; index < 203; index++) sandbox.inbox.addMessage(`Message ${index}`);
		expect(sandbox.inbox.messages()).toHaveLength(200);
		expect(sandbox.inbox.messages().at(-1)?.text).toBe('Message 202');
		sandbox.reset();
		expect(sandbox.inbox.messages()).toEqual([]);
	});
});
