// An element that comes later is found and defined as well.
const add = document.querySelector('#add');
add.addEventListener('click', () => {
  document.querySelector('#later').append(document.createElement('milestone-timeline'));
  add.hidden = true;
});
