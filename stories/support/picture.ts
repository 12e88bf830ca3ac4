/** The camera of somebody who is there, painted. */
export function picture(colour: string): MediaStreamTrack | undefined {
  const canvas = Object.assign(document.createElement('canvas'), { width: 320, height: 240 });
  const context = canvas.getContext('2d');
  if (!context) return undefined;
  context.fillStyle = colour;
  context.fillRect(0, 0, 320, 240);
  context.fillStyle = 'rgb(255 255 255 / 0.6)';
  context.arc(160, 105, 48, 0, 7);
  context.ellipse(160, 245, 100, 80, 0, 0, 7);
  context.fill();
  return canvas.captureStream(1).getVideoTracks()[0];
}
