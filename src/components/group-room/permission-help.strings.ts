/** Steps to let a page use a device; they come when somebody was refused one. */
export const permissionEnglish = {
  title: 'How to allow it',
  again: 'Come back here and press “Try again”.',
  /** In the browser. `{device}` is “Camera” or “Microphone”. */
  browser: {
    chrome: ['Click the icon to the left of the web address.', 'Turn “{device}” on.'],
    edge: [
      'Click the lock to the left of the web address.',
      'Open “Permissions for this site”, and set “{device}” to “Allow”.',
    ],
    firefox: [
      'Click or tap the icon to the left of the web address.',
      'Take the block on “{device}” away.',
    ],
    safari: [
      'In the menu at the top of the screen, open “Safari”, then “Settings for” this website.',
      'Set “{device}” to “Allow”.',
    ],
    android: [
      'Tap the icon to the left of the web address.',
      'Open “Permissions”, and turn “{device}” on.',
    ],
    ios: [
      'Tap the page menu beside the web address.',
      'Open “Website Settings”, and set “{device}” to “Allow”.',
    ],
  },
  /** In the system. */
  system: {
    windows: [
      'Open “Settings”, “Privacy & security”, “{device}”.',
      'Turn on access for the device, for apps, and for desktop apps.',
    ],
    macos: [
      'Open “System Settings”, “Privacy & Security”, “{device}”.',
      'Turn your browser on. Your Mac may ask you to close and reopen it.',
    ],
    ios: ['Open “Settings”, then find your browser in the list of apps.', 'Turn “{device}” on.'],
    android: [
      'Open “Settings”, “Apps”, your browser, “Permissions”.',
      'Set “{device}” to “Allow only while using the app”.',
    ],
    chromeos: [
      'Open “Settings”, “Privacy and security”, “Privacy controls”.',
      'Turn “{device}” on.',
    ],
    linux: ['Open the privacy settings of your system.', 'Let your browser use “{device}”.'],
  },
};
export type PermissionStrings = typeof permissionEnglish;
