package lv.varu.document;

import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** Speaks as the ClamAV daemon does, and knows one virus. */
public class ScannerDouble implements AutoCloseable {
    /** The harmless text that all scanners agree to call a virus; in two halves, so that none finds it here. */
    public static final String EICAR = "X5O!P%@AP[4\\PZX54(P^)7CC)7}" + "$EICAR-STANDARD-ANTIVIRUS-TEST-FILE!$H+H*";

    private static final String COMMAND = "zINSTREAM\0";

    final List<byte[]> seen = new CopyOnWriteArrayList<>();
    private final ServerSocket server;
    private final String otherwise;
    private volatile boolean down;

    /** @param otherwise what it answers to a file without a virus */
    public ScannerDouble(String otherwise) throws IOException {
        this.otherwise = otherwise;
        server = new ServerSocket(0, 10, InetAddress.getLoopbackAddress());
        var thread = new Thread(this::listen, "scanner");
        thread.setDaemon(true);
        thread.start();
    }

    public int port() {
        return server.getLocalPort();
    }

    /** While it is down it hangs up on everybody. */
    public void setDown(boolean down) {
        this.down = down;
    }

    private void listen() {
        while (!server.isClosed()) {
            try (Socket socket = server.accept()) {
                if (!down) {
                    answer(socket);
                }
            } catch (IOException e) {
                // The next caller may do better.
            }
        }
    }

    private void answer(Socket socket) throws IOException {
        var in = new DataInputStream(socket.getInputStream());
        String command = new String(in.readNBytes(COMMAND.length()), StandardCharsets.US_ASCII);
        if (!command.equals(COMMAND)) {
            reply(socket, "UNKNOWN COMMAND");
            return;
        }
        var content = new ByteArrayOutputStream();
        for (int size = in.readInt(); size > 0; size = in.readInt()) {
            content.write(in.readNBytes(size));
        }
        seen.add(content.toByteArray());
        boolean virus = content.toString(StandardCharsets.ISO_8859_1).contains(EICAR);
        reply(socket, virus ? "stream: Win.Test.EICAR_HDB-1 FOUND" : otherwise);
    }

    private static void reply(Socket socket, String answer) throws IOException {
        socket.getOutputStream().write((answer + "\0").getBytes(StandardCharsets.US_ASCII));
    }

    @Override
    public void close() throws IOException {
        server.close();
    }
}
