Feature: RFC 9293 section 3.4: sequence numbers
  There are 2^32 numbers, and then they begin again at 0. Which of two comes first depends on where one stands, and who compares them
  like other numbers is right for hours, or for days, until a connection comes to the place where they turn.

  @RFC9293/3.4-MODULO
  Rule: Sequence numbers are compared modulo 2^32
    Scenario Outline: A window that opens counts where the peer's numbers turn: <opener>, <terms>
      Given a connection that the <opener> has opened, <terms>
      And the peer takes its window back
      And the peer sends any data
      When the peer opens its window
      And the endpoint's application sends a lot of any data
      Then the peer receives exactly what the endpoint's application sent

      Examples:
        | opener   | terms                                               |
        | endpoint | whose numbers begin again at 0 after any few octets |
        | endpoint | whose numbers pass 2^31 after any few octets        |
        | peer     | whose numbers begin again at 0 after any few octets |
        | peer     | whose numbers pass 2^31 after any few octets        |

    Scenario Outline: An acknowledgment counts where the endpoint's own numbers turn: <terms>
      Given a connection that the endpoint has opened, <terms>
      When the endpoint's application sends a lot of any data
      Then the peer receives exactly what the endpoint's application sent
      And the endpoint never sends again what is acknowledged

      Examples:
        | terms                                                                 |
        | in which the endpoint's numbers begin again at 0 after any few octets |
        | in which the endpoint's numbers pass 2^31 after any few octets        |
