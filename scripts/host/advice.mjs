/** An error whose message is a sentence for the person at the terminal: what is wrong and what to do. Printed without a stack trace. */
export class Advice extends Error {
	name = 'Advice';
}

/**
 * Runs a script's main function. Advice is printed as it is and ends with code 1; anything else is a fault of
 * these scripts, so its stack trace is kept.
 *
 * @param {() => Promise<void>} main
 */
export async function runMain(main) {
	try {
		await main();
	} catch (error) {
		console.error(error instanceof Advice ? `\n${error.message}` : error);
		process.exit(1);
	}
}
