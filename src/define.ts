/** Registers every element under its plain name. */
import './components/mentorship-provider/define.js';
import './components/mentor-card/define.js';
import './components/checkin-form/define.js';
import './components/checkin-history/define.js';
import './components/group-room/define.js';
import './components/milestone-timeline/define.js';
import './components/message-thread/define.js';
import './components/mentee-list/define.js';
import './components/sharing-settings/define.js';
import './components/crisis-resources/define.js';
