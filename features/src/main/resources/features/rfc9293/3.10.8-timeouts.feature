Feature: TIMEOUTS
  RFC 9293 section 3.10.8. Three clocks run in a connection: one until something is sent again, one until there is no hope, and one
  until nothing of it can be left in the network.

  @RFC9293/3.10.8-USER
  Rule: The user timeout ends the connection, and the application is told
    Scenario Outline: In <state>, who sends in vain gives up in the end
      Given a connection in <state>
      When the endpoint's application sends any data, and nobody answers
      Then in the end the endpoint's application is told that nobody answers
      And the connection is <after>

      Examples:
        | state                            | after  |
        | ESTABLISHED after an active open | CLOSED |
        | ESTABLISHED after a passive open | CLOSED |
        | CLOSE-WAIT                       | CLOSED |

    @patience
    Scenario Outline: In <state>, who waits in vain for the acknowledgment of its FIN gives up in the end
      Given a connection in <state>
      Then in the end the connection is <after>

      Examples:
        | state      | after  |
        | FIN-WAIT-1 | CLOSED |
        | CLOSING    | CLOSED |
        | LAST-ACK   | CLOSED |

  @RFC9293/3.10.8-RETRANSMISSION
  Rule: The retransmission timeout sends the front of the queue again
    Scenario Outline: In <state>, <what> is sent again
      Given a connection in <state>
      Then the endpoint sends <what> again

      Examples:
        | state                                  | what                                  |
        | SYN-SENT                               | its SYN, without ACK and without data |
        | SYN-RECEIVED after a passive open      | its SYN and ACK                       |
        | SYN-RECEIVED after a simultaneous open | its SYN and ACK                       |
        | FIN-WAIT-1                             | the end of its stream                 |
        | CLOSING                                | the end of its stream                 |
        | LAST-ACK                               | the end of its stream                 |

    Scenario Outline: In <state>, data is sent again, and what stands behind it waits
      Given a connection in <state>
      When the endpoint's application sends any data, and nobody answers
      And the endpoint's application closes
      Then the endpoint sends the data
      And the endpoint sends the data again
      And once the peer answers again, the peer receives exactly what the endpoint's application sent

      Examples:
        | state                            |
        | ESTABLISHED after an active open |
        | ESTABLISHED after a passive open |
        | CLOSE-WAIT                       |

    Scenario Outline: In <state>, data is sent again although both sides have closed
      Given a connection in <state>
      And the endpoint's application sends any data, and nobody answers
      And the endpoint's application closes
      When the peer closes
      Then the endpoint sends the data
      And the endpoint sends the data again
      And once the peer answers again, the peer receives exactly what the endpoint's application sent

      Examples:
        | state                            |
        | ESTABLISHED after an active open |
        | ESTABLISHED after a passive open |

  Rule: The time-wait timeout ends the connection, and no sooner
    @RFC9293/MUST-13
    Scenario: TIME-WAIT lasts, so that the peer's FIN can come again
      Given a connection in TIME-WAIT
      When nothing else happens for ten seconds
      And a FIN arrives where the FIN was
      Then the endpoint answers with what it expects next
      And the endpoint's application is told nothing
      And the connection is TIME-WAIT

    @RFC9293/MUST-13 @virtual-time @crowded
    Scenario: TIME-WAIT lasts as long by each of the ways that lead there
      Given a connection that the peer has opened, starting at any sequence number
      When the peer has many connections closed by the endpoint, and sends the FIN of each again at another time
      Then the endpoint remembers each of them for the same time

    @RFC9293/3.10.7.4-TIME-WAIT @patience
    Scenario: TIME-WAIT begins anew with each FIN that comes again
      Given a connection in TIME-WAIT
      When the peer sends its FIN again every five seconds, for five minutes
      Then the connection is TIME-WAIT

    @RFC9293/3.10.7.4-TIME-WAIT @patience
    Scenario: TIME-WAIT begins anew with each FIN that comes again, also behind data
      Given a connection in FIN-WAIT-2
      And data and a FIN arrives at the left edge, acknowledging everything sent
      And the endpoint answers with an acknowledgment of it
      When the peer sends its FIN again every five seconds, for five minutes
      Then the connection is TIME-WAIT

    @RFC9293/3.10.7.4-TIME-WAIT @virtual-time @crowded
    Scenario: TIME-WAIT that begins anew lasts as long as one that has just begun
      Given a connection that the peer has opened, starting at any sequence number
      When the peer has many connections closed by the endpoint, sends every second FIN again at once, and then each at another time
      Then the endpoint remembers each of them for the same time

    @RFC9293/3.10.8-TIME-WAIT @RFC9293/3.4.1-AGAIN @patience
    Scenario: TIME-WAIT passes, and then the two sockets can have another connection
      Given a connection in TIME-WAIT
      Then in the end the connection is CLOSED
      When the connection is opened again, starting at any sequence number
      And the peer sends any data
      Then the endpoint's application receives exactly what the peer sent

    @RFC9293/3.10.8-TIME-WAIT @patience
    Scenario: Who comes to TIME-WAIT by way of CLOSING does not stay there for ever, either
      Given a connection in CLOSING
      When an acknowledgment arrives at the left edge, acknowledging everything sent
      Then in the end the connection is CLOSED
