// The kiosk screen's entry: mounts the page and ships the font. What the screen decides does not live here.
import '@hall/client/ui/font.css';
import { createApp } from 'vue';
import App from './App.vue';

createApp(App).mount('#app');
