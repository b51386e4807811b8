import { saveState } from './stateFile';
import type { World } from './world';

const debounceMs = 300;

/** Saves the world some moments after each burst of changes, one save at a time. */
export class Autosave {
	private timer: NodeJS.Timeout | undefined;
	private saving: Promise<void> = Promise.resolve();

	constructor(
		private readonly world: World,
		private readonly path: string,
	) {}

	changed(): void {
		this.timer ??= setTimeout(() => {
			// A full disk must not end a demo; closing the sandbox reports it.
			this.save().catch((error: unknown) => process.emitWarning(`State not saved: ${String(error)}`));
		}, debounceMs);
	}

	/** Saves at once; resolves when the file is written. @throws when it cannot be written */
	async flush(): Promise<void> {
		await this.save();
	}

	private save(): Promise<void> {
		clearTimeout(this.timer);
		this.timer = undefined;
		const previous = this.saving.catch(() => {});
		this.saving = previous.then(() => saveState(this.world, this.path));
		return this.saving;
	}
}
