/**
 * The icons of the pages, all of one set. Only those named here are shipped. They are ornaments
 * beside words, hidden from screen readers.
 */
export {
  Award,
  CalendarDays,
  ChartColumn,
  Check,
  ChevronLeft,
  ChevronRight,
  CircleCheck,
  CircleUser,
  ClipboardCheck,
  FileText,
  Gavel,
  Hammer,
  House,
  Inbox,
  LayoutGrid,
  Lightbulb,
  Megaphone,
  MessageSquare,
  PenLine,
  Plus,
  Scale,
  ScrollText,
  Settings,
  ThumbsUp,
  UserPlus,
  Users,
  Vote,
  X,
} from 'lucide-preact';
