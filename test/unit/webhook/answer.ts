import { EventEmitter } from 'node:events';

/** An HTTP answer that tests end as they like. */
export class Answer extends EventEmitter {
	statusCode = 200;
	writableEnded = false;

	end(statusCode: number): void {
		this.statusCode = statusCode;
		this.writableEnded = true;
		this.emit('close');
	}

	hangUp(): void {
		this.emit('close');
	}
}
