import { PostPreviewPanel } from './post-preview.client';
import './post-card.css';
import './post-preview.css';

/** Below the form of a content: the posts that would announce it. */
export const PostPreview = () => <PostPreviewPanel />;
