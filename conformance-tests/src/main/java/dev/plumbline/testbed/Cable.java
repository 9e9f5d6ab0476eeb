package dev.plumbline.testbed;

/** A connection of two nodes. Each direction may be changed while the network runs. Made by {@link Network#connect}. */
public final class Cable {
    private final Direction there;
    private final Direction back;

    Cable(Direction there, Direction back) {
        this.there = there;
        this.back = back;
        there.plug();
        back.plug();
    }

    /** Changes the direction from the first node to the second; its datagrams are counted from 0 again. */
    public void there(Path path) {
        there.use(path);
    }

    /** Changes the direction from the second node to the first; its datagrams are counted from 0 again. */
    public void back(Path path) {
        back.use(path);
    }

    /** Takes the cable away; what is on it still arrives. */
    public void unplug() {
        there.unplug();
        back.unplug();
    }
}
