/** Script of the page: sends what the buttons say, and brings in what has changed without a reload. */
export const script = `
const problem = document.getElementById('problem');
async function send(path, body) {
	const answer = await fetch('/_sandbox' + path, {
		method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body),
	});
	const { error } = await answer.json();
	problem.textContent = error ? error.message + (error.errors ? ': ' + error.errors.join('; ') : '') : '';
	return !error;
}
document.addEventListener('click', (event) => {
	const button = event.target.closest('button[data-post]');
	if (button) send(button.dataset.post, {});
});
document.addEventListener('submit', async (event) => {
	const form = event.target;
	event.preventDefault();
	if (await send(form.dataset.post, Object.fromEntries(new FormData(form)))) {
		form.reset();
		refresh();
	}
});
// A row that changes while somebody types into it keeps their text and the cursor.
function carryOver(from, to) {
	for (const input of from.querySelectorAll('input')) {
		const same = to.querySelector('input[name="' + input.name + '"]');
		if (same) same.value = input.value;
	}
	const active = document.activeElement;
	if (!from.contains(active)) return () => {};
	const selector = active.name ? '[name="' + active.name + '"]' : '[data-post="' + active.dataset.post + '"]';
	const { selectionStart, selectionEnd } = active;
	return () => {
		const same = to.querySelector(selector);
		if (!same) return;
		same.focus();
		if (selectionStart != null) same.setSelectionRange(selectionStart, selectionEnd);
	};
}
function reconcile(list, items) {
	const old = new Map([...list.children].map((node) => [node.dataset.key, node]));
	items.forEach(({ key, html }, index) => {
		let node = old.get(key);
		old.delete(key);
		if (!node || node.dataset.html !== html) {
			const template = document.createElement('template');
			template.innerHTML = html;
			const fresh = template.content.firstElementChild;
			fresh.dataset.key = key;
			fresh.dataset.html = html;
			if (node) {
				const restoreFocus = carryOver(node, fresh);
				node.replaceWith(fresh);
				restoreFocus();
			}
			node = fresh;
		}
		if (list.children[index] !== node) list.insertBefore(node, list.children[index] || null);
	});
	for (const node of old.values()) node.remove();
}
let running = false;
let again = false;
async function refresh() {
	if (running) { again = true; return; }
	running = true;
	try {
		const parts = await (await fetch('/_sandbox/page')).json();
		for (const [id, items] of Object.entries(parts)) {
			const list = document.getElementById(id);
			if (list) reconcile(list, items);
		}
	} finally {
		running = false;
		if (again) { again = false; refresh(); }
	}
}
const stream = new EventSource('/_sandbox/stream');
stream.onmessage = refresh;
stream.onerror = () => { problem.textContent = 'The sandbox does not answer; waiting for it to come back.'; };
stream.onopen = () => { problem.textContent = ''; refresh(); };
`;
