import { randomUUID } from 'node:crypto';
import type { MovableClock } from '../clock';

/** A message that arrived at the chat's incoming webhook. */
export interface ChatMessage {
	readonly id: string;
	/** ISO 8601. */
	readonly at: string;
	readonly text: string;
}

/** A file that came with an email. */
export interface Attachment {
	readonly name: string;
	/** Its media type. */
	readonly type: string;
	readonly content: Buffer;
}

/** An email that arrived by SMTP. */
export interface Mail {
	readonly id: string;
	/** ISO 8601. */
	readonly at: string;
	readonly from: string;
	readonly to: readonly string[];
	readonly subject: string;
	/** Empty where it has only HTML. */
	readonly text: string;
	/** Empty where it has only text. */
	readonly html: string;
	readonly attachments: readonly Attachment[];
}

/** How many messages and emails are kept: the newest. */
const kept = 200;

/** What workflows send to people: a chat and a mailbox that take everything. It is not PagerDuty's, and lasts until the end of the program. */
export class Inbox {
	private readonly chat: ChatMessage[] = [];
	private readonly mailbox: Mail[] = [];

	constructor(
		private readonly clock: MovableClock,
		private readonly changed: () => void,
	) {}

	/** Oldest first. */
	messages(): readonly ChatMessage[] {
		return this.chat;
	}

	/** Oldest first. */
	mails(): readonly Mail[] {
		return this.mailbox;
	}

	addMessage(text: string): ChatMessage {
		return this.add(this.chat, { text });
	}

	addMail(mail: Omit<Mail, 'id' | 'at'>): Mail {
		return this.add(this.mailbox, mail);
	}

	clear(): void {
		this.chat.length = 0;
		this.mailbox.length = 0;
	}

	private add<T>(list: Array<T & { id: string; at: string }>, content: T): T & { id: string; at: string } {
		const stamped = { ...content, id: randomUUID(), at: this.clock.now().toISOString() };
		list.push(stamped);
		list.splice(0, list.length - kept);
		this.changed();
		return stamped;
	}
}
