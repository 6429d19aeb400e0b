// Goes on to the app once every app has heard of the sign-out, or after three seconds.
const heard = [...document.querySelectorAll('iframe')].map(
  (frame) => new Promise((resolve) => frame.addEventListener('load', resolve)),
);
const patience = new Promise((resolve) => document.defaultView.setTimeout(resolve, 3000));
Promise.race([Promise.all(heard), patience]).then(() => {
  document.querySelector('a[rel=next]')?.click();
});
