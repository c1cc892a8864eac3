// Follows the plan: tells when there is something new to fetch, when the connection breaks, and when it is over.

/** How long a connection may be broken before anything is said of it, in milliseconds. */
const PATIENCE = 3000;

/**
 * @param {{renew: () => Promise<void>, end: () => void, lose: () => void, find: () => void}} told
 *   `renew` is never called again before it is done, and once more where something has come meanwhile.
 */
function follow(told) {
  let known = null;
  let isBusy = false;
  let isBehind = false;
  let waiting = null;

  async function renew() {
    if (isBusy) {
      isBehind = true;
      return;
    }
    isBusy = true;
    try {
      do {
        isBehind = false;
        await told.renew();
      } while (isBehind);
    } catch {
      // The connection broke in between. With the next one, the number comes again.
      known = null;
    } finally {
      isBusy = false;
    }
  }

  const events = new EventSource('events');
  events.addEventListener('show', (event) => {
    clearTimeout(waiting);
    waiting = null;
    told.find();
    if (event.data !== known) {
      known = event.data;
      renew();
    }
  });
  events.addEventListener('end', () => {
    events.close();
    clearTimeout(waiting);
    told.end();
  });
  events.addEventListener('error', () => {
    if (events.readyState === EventSource.CLOSED) {
      told.lose();
    } else {
      waiting ??= setTimeout(told.lose, PATIENCE);
    }
  });
}

/** What the server says there, as JSON. */
async function fetched(name) {
  const answer = await fetch(name, { cache: 'no-store' });
  if (!answer.ok) {
    throw new Error(`${name}: ${answer.status}`);
  }
  return answer.json();
}

/** An element with these properties and children. Text is never read as markup. */
function element(name, properties, ...children) {
  const made = Object.assign(document.createElement(name), properties);
  made.append(...children.filter((child) => child !== null && child !== undefined));
  return made;
}
