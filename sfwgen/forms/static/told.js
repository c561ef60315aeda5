// Shows, beside the form, what the preview says of what was saved: each fault with its file and line.
const SECONDS = 1.5;

const box = (said) => {
  const found = document.getElementById('sfwgen-told');
  const { title, faults } = said;
  const text = JSON.stringify(said);
  if (found.dataset.text === text) return;
  found.dataset.text = text;
  found.hidden = !faults.length;
  found.querySelector('summary').textContent = title;
  found.querySelector('div').replaceChildren(
    ...faults.map((each) => Object.assign(document.createElement('pre'), { textContent: each })),
  );
};

const ask = async () => {
  if (document.visibilityState === 'visible') {
    try {
      box(await (await fetch('told.json')).json());
    } catch {
      // The preview is not running; the form works on all the same.
    }
  }
  setTimeout(ask, SECONDS * 1000);
};

export const follow = ask;
