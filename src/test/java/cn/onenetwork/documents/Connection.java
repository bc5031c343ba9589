package cn.onenetwork.documents;

import cn.onenetwork.testing.Tokens;
import io.restassured.RestAssured;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.stream.Collectors;

/// One TCP connection with a PATCH on it that can be broken at any byte.
final class Connection implements AutoCloseable {

    private final Socket socket;
    private final OutputStream out;

    private Connection(int port) throws IOException {
        socket = new Socket("localhost", port);
        socket.setTcpNoDelay(true);
        out = socket.getOutputStream();
    }

    static Connection patching(Ticket ticket, long offset, long length) throws IOException {
        return patching(RestAssured.port, ticket, offset, "Content-Length: " + length);
    }

    /// @param more header lines
    static Connection patching(int port, Ticket ticket, long offset, String... more) throws IOException {
        Connection connection = new Connection(port);
        connection.write(("PATCH " + ticket.path() + " HTTP/1.1\r\nHost: localhost\r\nTus-Resumable: 1.0.0\r\n"
                        + "Authorization: Bearer " + Tokens.of(ticket.persona) + "\r\n"
                        + "Content-Type: application/offset+octet-stream\r\nUpload-Offset: " + offset + "\r\n"
                        + String.join("\r\n", more) + "\r\n\r\n")
                .getBytes(StandardCharsets.US_ASCII));
        return connection;
    }

    void write(byte[] bytes) throws IOException {
        write(bytes, 0, bytes.length);
    }

    void write(byte[] bytes, int from, int length) throws IOException {
        out.write(bytes, from, length);
        out.flush();
    }

    /// The answer, head and body, until the server closes or the body is there.
    String answer() throws IOException {
        socket.setSoTimeout(60_000);
        BufferedReader reader =
                new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8));
        StringBuilder head = new StringBuilder();
        for (String line = reader.readLine(); line != null && !line.isEmpty(); line = reader.readLine()) {
            head.append(line).append('\n');
        }
        return head.toString();
    }

    String status() throws IOException {
        return answer().lines().limit(1).collect(Collectors.joining());
    }

    /// Breaks it as a dead network does: with a reset.
    void breakOff() throws IOException {
        socket.setSoLinger(true, 0);
        socket.close();
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
