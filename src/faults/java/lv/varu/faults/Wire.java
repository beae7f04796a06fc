package lv.varu.faults;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** A line between the program and its database that can be cut. */
class Wire implements AutoCloseable {
    private final ServerSocket server;
    private final int to;
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();
    private volatile boolean cut;

    Wire(int from, int to) throws IOException {
        this.server = new ServerSocket(from, 100, InetAddress.getLoopbackAddress());
        this.to = to;
        daemon(this::accept);
    }

    /** As when a cable is pulled: nothing arrives any more, and nobody is told. */
    void cutSilently() {
        cut = true;
    }

    void cut() throws IOException {
        cut = true;
        for (var socket : open) {
            socket.close();
        }
    }

    void mend() throws IOException {
        // Whoever was on the line when it was cut has lost what was said meanwhile.
        for (var socket : open) {
            socket.close();
        }
        cut = false;
    }

    private void accept() {
        while (!server.isClosed()) {
            try {
                var near = server.accept();
                if (cut) {
                    near.close();
                    continue;
                }
                var far = new Socket(InetAddress.getLoopbackAddress(), to);
                open.add(near);
                open.add(far);
                daemon(() -> carry(near, far));
                daemon(() -> carry(far, near));
            } catch (IOException e) {
                // The next one may have more luck.
            }
        }
    }

    private void carry(Socket from, Socket to) {
        var buffer = new byte[64 * 1024];
        try (from;
                to) {
            for (int read = from.getInputStream().read(buffer);
                    read >= 0;
                    read = from.getInputStream().read(buffer)) {
                if (!cut) {
                    to.getOutputStream().write(buffer, 0, read);
                }
            }
        } catch (IOException e) {
            // One side has gone, so the other one goes too.
        } finally {
            open.remove(from);
            open.remove(to);
        }
    }

    private static void daemon(Runnable work) {
        var thread = new Thread(work, "wire");
        thread.setDaemon(true);
        thread.start();
    }

    @Override
    public void close() throws IOException {
        server.close();
        cut();
    }
}
